// Writes the shapes of the map of villages from the boundaries of cahyadsn/wilayah_boundaries:
// node scripts/shapes.mjs banyuwangi_villages.topojson > src/features/compliance/data/shapes.txt
//
// A topology keeps a border that two villages share once, as an arc. Arcs are placed on the grid of the
// drawing one by one, so that neighbours still meet without a gap; then each area is one path, and the
// borders between kecamatan and the outline are drawn from their arcs alone.
import { readFileSync } from 'node:fs'

const WIDTH = 1000
/** Room for half a line at the edge. */
const EDGE = 3

const topology = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const areas = Object.values(topology.objects)[0].geometries.map(area)
const { points, height } = placed(topology)
const arcs = points.map(once)

const users = arcs.map(() => new Set())
for (const { code, rings } of areas) for (const at of rings.flat()) users[bare(at)].add(code)
const between = (of) => arcs.filter((arc, at) => of([...users[at]]))
const kecamatan = (code) => code.slice(0, 6)

const lines = [
  '# The 217 villages of Banyuwangi as areas of a drawing. Written by scripts/shapes.mjs.',
  '# Source: github.com/cahyadsn/wilayah_boundaries at 3c5a796, placed on a grid of about 80 m.',
  '# MIT License, Copyright (c) 2024 Cahya DSN; its words are those of LICENSE-MIT.',
  '# code, SVG path; then the size and the lines above the areas.',
  ...areas.map(({ code, rings }) => [code, path(rings.map(ring), 'z')].join('\t')),
  ['size', `${WIDTH} ${height}`].join('\t'),
  ['kecamatan', path(joined(between(([one, other]) => other && kecamatan(one) !== kecamatan(other))), '')].join('\t'),
  ['outline', path(joined(between((codes) => codes.length === 1)), '')].join('\t'),
]
console.log(lines.join('\n'))

/** The code without dots, and rings of arcs; the source has no holes. */
function area({ type, arcs, properties }) {
  const polygons = type === 'Polygon' ? [arcs] : arcs
  if (polygons.some((rings) => rings.length > 1)) throw new Error(`${properties.code} has a hole`)
  return { code: properties.code.replaceAll('.', ''), rings: polygons.map(([outer]) => outer) }
}

/** Arcs on the grid: north is up, a degree of longitude is as wide as it is in the middle of the regency. */
function placed({ arcs, transform: { scale, translate } }) {
  const degrees = arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]])
  })
  const all = degrees.flat()
  const [west, east] = ends(all.map(([lng]) => lng))
  const [south, north] = ends(all.map(([, lat]) => lat))
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const unit = (WIDTH - 2 * EDGE) / ((east - west) * narrow)
  const place = ([lng, lat]) => [EDGE + (lng - west) * narrow * unit, EDGE + (north - lat) * unit].map(Math.round)
  return { points: degrees.map((arc) => arc.map(place)), height: Math.ceil((north - south) * unit + 2 * EDGE) }
}

function ends(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)]
}

/** Points that fell on one another are one. The source is thinned already: thinning more saves nothing. */
function once(arc) {
  return arc.filter((point, at) => at === 0 || !same(point, arc[at - 1]))
}

function same([ax, ay], [bx, by]) {
  return ax === bx && ay === by
}

/** TopoJSON names an arc that is walked backwards by its complement. */
function bare(at) {
  return at < 0 ? ~at : at
}

function ring(parts) {
  return parts.flatMap((at) => (at < 0 ? arcs[~at].toReversed() : arcs[at]).slice(1))
}

/** Arcs that meet become one line: fewer jumps in the path, and its corners are joined. */
function joined(arcs) {
  const left = arcs.filter((arc) => arc.length > 1).map((arc) => [...arc])
  const lines = []
  while (left.length > 0) {
    let line = left.shift()
    for (let found = true; found; ) {
      const at = left.findIndex((arc) => [arc[0], arc.at(-1)].some((end) => same(end, line[0]) || same(end, line.at(-1))))
      found = at >= 0
      if (!found) break
      const [next] = left.splice(at, 1)
      if (same(next[0], line[0]) || same(next.at(-1), line[0])) line.reverse()
      if (!same(next[0], line.at(-1))) next.reverse()
      line = [...line, ...next.slice(1)]
    }
    lines.push(line)
  }
  return lines
}

/** Steps from point to point: `m12 7-3 4 5-1z`. A jump counts from where the line before it stopped. */
function path(lines, close) {
  let from = [0, 0]
  const part = (line) => {
    const open = close !== '' && same(line[0], line.at(-1)) ? line.slice(1) : line
    const steps = open.map((point, at) => [point, at === 0 ? from : open[at - 1]]).map(([[x, y], [px, py]]) => [x - px, y - py])
    from = close === '' ? open.at(-1) : open[0]
    return `m${short(steps.flat())}${close}`
  }
  return lines.filter((line) => (close === '' && !same(line[0], line.at(-1))) || encloses(line)).map(part).join('')
}

/** An islet that became a dot or a dash on the grid encloses nothing. */
function encloses(line) {
  const turn = line.map(([x, y], at) => x * line[(at + 1) % line.length][1] - y * line[(at + 1) % line.length][0])
  return turn.reduce((sum, part) => sum + part, 0) !== 0
}

/** Numbers with a space only where a minus does not part them. */
function short(numbers) {
  return numbers.map((number, at) => (at > 0 && number >= 0 ? ` ${number}` : `${number}`)).join('')
}
