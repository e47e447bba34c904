// Draws the icon sprite from the list beside this file: node scripts/icons.mjs
//
// One sprite, because a phone on 3G pays for each request; symbols, because a page then names an
// icon (`/ikon.svg#sku`) and the drawing is fetched once and kept. Drawings: Tabler Icons, MIT.
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('..', import.meta.url)
const drawings = new URL('node_modules/@tabler/icons/icons/', root)
const LOOK = {
  outline: 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
  filled: 'fill="currentColor"',
}

const names = list()
const symbols = names.map(([name, source]) => symbol(name, source))
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`
writeFileSync(new URL('public/ikon.svg', root), sprite)
console.log(`${names.length} icons, ${sprite.length} bytes`)

/** Pairs of our name and where the drawing lives; a name that comes twice is a mistake. */
function list() {
  const lines = readFileSync(new URL('scripts/icons.txt', root), 'utf8').split('\n')
  const pairs = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split(' '))
  const seen = new Set()
  for (const [name] of pairs) {
    if (seen.has(name)) throw new Error(`icons.txt: "${name}" comes twice`)
    seen.add(name)
  }
  return pairs
}

// Two names may share a drawing (a state and an act). It is written twice: `use` inside a sprite of
// another file is not drawn by every browser, and compression folds the copies.
function symbol(name, source) {
  const [set, file] = source.startsWith('filled/') ? source.split('/') : ['outline', source]
  return `<symbol id="${name}" viewBox="0 0 24 24" ${LOOK[set]}>${shapes(set, file)}</symbol>`
}

/** The shapes alone: no wrapper, no empty box, no spaces that draw nothing. */
function shapes(set, file) {
  return readFileSync(new URL(`${set}/${file}.svg`, drawings), 'utf8')
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s+\/>/g, '/>')
    .replace(/>\s+</g, '><')
    .replace(/ -/g, '-')
    .trim()
}
