import { graphlib, layout } from '@dagrejs/dagre'
import type { FlowChartArrow, FlowChartLine, FlowChartMeaning, FlowChartNode } from '../../generated/api'

/** What a procedure is made of, as the host says it. */
export interface Procedure {
  name: string
  nodes: FlowChartNode[]
  arrows: FlowChartArrow[]
}

/** One line of the definition, broken into the rows in which it is written. */
export interface PlacedLine {
  meaning: FlowChartMeaning
  text: string
  rows: string[]
  /** The base line of the first row, from the top of the box. */
  y: number
}

export interface PlacedNode {
  id: string
  kind: 'start' | 'step' | 'end'
  title: string[]
  lines: PlacedLine[]
  /** 风险点 and 防控措施, on a slip below the box. */
  note: { y: number; height: number; lines: PlacedLine[] } | undefined
  x: number
  y: number
  width: number
  /** Of the box without its note. */
  height: number
  whole: number
}

export interface PlacedArrow {
  from: string
  to: string
  points: { x: number; y: number }[]
  label: { text: string; x: number; y: number } | undefined
}

export interface Placed {
  width: number
  height: number
  nodes: PlacedNode[]
  arrows: PlacedArrow[]
}

export const measures = {
  width: 244,
  endWidth: 176,
  padding: 12,
  title: 14,
  text: 12.5,
  row: 19,
  titleRow: 21,
  margin: 14,
} as const

/** Where everything of a procedure stands, top to bottom. */
export function layOut(procedure: Procedure): Placed {
  const notes = notesByStep(procedure.nodes)
  const boxes = procedure.nodes.filter(n => n.kind !== 'note').map(n => box(n, notes.get(n.id) ?? []))
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 22,
    ranksep: 34,
    marginx: measures.margin,
    marginy: measures.margin,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const b of boxes) graph.setNode(b.id, { width: b.width, height: b.whole })
  const known = new Set(boxes.map(b => b.id))
  const drawn = procedure.arrows.filter(a => known.has(a.from) && known.has(a.to))
  drawn.forEach((arrow, i) => {
    const width = arrow.label ? widthOf(arrow.label) * measures.text + 12 : 0
    graph.setEdge(
      arrow.from,
      arrow.to,
      { width, height: arrow.label ? measures.row : 0, labelpos: 'c', weight: isBack(boxes, arrow) ? 1 : 4 },
      String(i),
    )
  })
  layout(graph)

  const size = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: boxes.map(b => {
      const at = graph.node(b.id) as { x: number; y: number }
      return { ...b, x: at.x - b.width / 2, y: at.y - b.whole / 2 }
    }),
    arrows: drawn.map((arrow, i) => {
      const edge = graph.edge(arrow.from, arrow.to, String(i)) as {
        points: { x: number; y: number }[]
        x?: number
        y?: number
      }
      return {
        from: arrow.from,
        to: arrow.to,
        points: edge.points,
        label: arrow.label ? { text: arrow.label, x: edge.x ?? 0, y: edge.y ?? 0 } : undefined,
      }
    }),
  }
}

/** Rows no wider than so many ems; no row begins with a closing mark, and numbers and Latin words stay whole. */
export function rowsOf(text: string, ems: number): string[] {
  const rows: string[] = []
  let row = ''
  let width = 0
  for (const part of text.match(/[A-Za-z0-9.%〔〕-]+|\s|./gu) ?? []) {
    const wide = widthOf(part)
    if (row !== '' && width + wide > ems && !/^[，。；：、）》”！？]/.test(part)) {
      rows.push(row)
      row = ''
      width = 0
    }
    if (row === '' && /^\s$/.test(part)) continue
    row += part
    width += wide
  }
  if (row !== '') rows.push(row)
  return rows
}

/** The steps in the order in which they are taken, each with what follows it: what the drawing says, in words. */
export function inWords(procedure: Procedure): { node: FlowChartNode; notes: FlowChartLine[]; next: string[] }[] {
  const notes = notesByStep(procedure.nodes)
  const titles = new Map(procedure.nodes.map(n => [n.id, n.title ?? '']))
  return procedure.nodes
    .filter(n => n.kind !== 'note')
    .map(node => ({
      node,
      notes: notes.get(node.id) ?? [],
      next: procedure.arrows
        .filter(a => a.from === node.id)
        .map(a => (a.label ? `${a.label}：${titles.get(a.to) ?? ''}` : (titles.get(a.to) ?? ''))),
    }))
}

function widthOf(text: string): number {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) < 0x2000 ? 0.56 : 1
  return width
}

function notesByStep(nodes: FlowChartNode[]): Map<string, FlowChartLine[]> {
  const notes = new Map<string, FlowChartLine[]>()
  for (const n of nodes)
    if (n.kind === 'note' && n.about) notes.set(n.about, [...(notes.get(n.about) ?? []), ...n.lines])
  return notes
}

function isBack(boxes: { id: string }[], arrow: FlowChartArrow): boolean {
  return boxes.findIndex(b => b.id === arrow.to) < boxes.findIndex(b => b.id === arrow.from)
}

function box(node: FlowChartNode, note: FlowChartLine[]): Omit<PlacedNode, 'x' | 'y'> {
  const { padding, titleRow } = measures
  const kind = node.kind as PlacedNode['kind']
  const width = node.kind === 'end' && node.lines.length === 0 ? measures.endWidth : measures.width
  const inner = width - 2 * padding
  const title = rowsOf(node.title ?? '', inner / measures.title)
  const headed = padding + title.length * titleRow
  const written = write(node.lines, inner, headed)
  const height = written.bottom + padding - 2
  if (note.length === 0)
    return { id: node.id, kind, title, lines: written.lines, note: undefined, width, height, whole: height }
  const slip = write(note, inner, height + 8)
  return {
    id: node.id,
    kind,
    title,
    lines: written.lines,
    note: { y: height, height: slip.bottom + 8 - height, lines: slip.lines },
    width,
    height,
    whole: slip.bottom + 8,
  }
}

function write(lines: FlowChartLine[], width: number, top: number): { lines: PlacedLine[]; bottom: number } {
  let bottom = top
  const placed = lines.map(line => {
    const rows = rowsOf(line.text, width / measures.text)
    const y = bottom + measures.row - 5
    bottom += rows.length * measures.row
    return { meaning: line.meaning, text: line.text, rows, y }
  })
  return { lines: placed, bottom }
}
