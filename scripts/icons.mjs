// Draws the icon sprites from the list beside this file: node scripts/icons.mjs
//
// Symbols, because a page then names an icon (`/ikon.svg#sku`) and the drawing is fetched once and
// kept. Two files: the whole set is 6 KB, which a resident's first screen cannot afford, so the icons
// of those screens are a small sprite of their own. Drawings: Tabler Icons, MIT.
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('..', import.meta.url)
const drawings = new URL('node_modules/@tabler/icons/icons/', root)
const LOOK = {
  outline: 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
  filled: 'fill="currentColor"',
}

const icons = list()
const first = icons.filter((icon) => icon.first)
sprite('public/ikon.svg', first)
sprite('public/ikon-lain.svg', icons.filter((icon) => !icon.first))
writeFileSync(new URL('src/ui/icon/first.rs', root), names(first.map((icon) => icon.name)))

function sprite(path, icons) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">\n${icons.map(symbol).join('\n')}\n</svg>\n`
  writeFileSync(new URL(path, root), svg)
  console.log(`${path}: ${icons.length} icons, ${svg.length} bytes`)
}

/** The names of the small sprite, for the part that draws an icon. */
function names(first) {
  const lines = first.map((name) => `    "${name}",`).join('\n')
  return `// Written by scripts/icons.mjs from scripts/icons.txt.\n\n/// The icons of the small sprite.\n#[rustfmt::skip]\npub const FIRST: &[&str] = &[\n${lines}\n];\n`
}

/** Our name, where the drawing lives, and whether it is in the small sprite; a name that comes twice is a mistake. */
function list() {
  const lines = readFileSync(new URL('scripts/icons.txt', root), 'utf8').split('\n')
  const icons = lines.filter((line) => line && !line.startsWith('#')).map((line) => {
    const [name, source] = line.replace('!', '').split(' ')
    return { name, source, first: line.startsWith('!') }
  })
  const seen = new Set()
  for (const { name } of icons) {
    if (seen.has(name)) throw new Error(`icons.txt: "${name}" comes twice`)
    seen.add(name)
  }
  return icons
}

// Two names may share a drawing (a state and an act). It is written twice: `use` inside a sprite of
// another file is not drawn by every browser, and compression folds the copies.
function symbol({ name, source }) {
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
