// Draws the drawings of goods as pictures, for the cards with which a product is shared: a card is made of
// pixels, and the server draws none from an SVG. After a change in public/gambar/produk run
// `node scripts/cards.mjs`.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

const root = new URL('..', import.meta.url)
const drawings = new URL('public/gambar/produk/', root)
const pictures = new URL('src/features/catalogue/data/cards/', root)
/** As high as a card. */
const SIDE = 630

mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
for (const file of readdirSync(drawings)) {
  const svg = readFileSync(new URL(file, drawings)).toString('base64')
  await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="data:image/svg+xml;base64,${svg}">`)
  await page.evaluate(() => document.images[0].decode())
  const path = fileURLToPath(new URL(file.replace('.svg', '.jpg'), pictures))
  await page.screenshot({ path, type: 'jpeg', quality: 82 })
}
await browser.close()
