import { useId, useMemo, useState } from 'react'
import './chart.css'
import { inWords, layOut, measures, type PlacedArrow, type PlacedLine, type PlacedNode, type Procedure } from './layout'

/** 审批流程图, drawn from the definition by which cases run. The same is told as a list for whoever does not look at drawings. */
export default function FlowChart(props: { of: Procedure }) {
  const { of } = props
  const placed = useMemo(() => layOut(of), [of])
  const [held, setHeld] = useState<string>()
  const arrow = useId()
  const title = `${of.name}审批流程图`
  return (
    <figure className="flow-chart">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it */}
      <section className="flow-chart-box" aria-label={title} tabIndex={0}>
        <svg
          viewBox={`0 0 ${placed.width} ${placed.height}`}
          width={placed.width}
          height={placed.height}
          role="group"
          aria-label={title}
        >
          <defs>
            <marker id={arrow} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0 10 5 0 10z" className="tip" />
            </marker>
          </defs>
          {placed.arrows.map(a => (
            <Arrow key={`${a.from}>${a.to}`} of={a} marker={arrow} isHeld={held === a.from || held === a.to} />
          ))}
          {placed.nodes.map(n => (
            <Box key={n.id} of={n} hold={setHeld} />
          ))}
        </svg>
      </section>
      <details className="flow-chart-words">
        <summary>按步骤阅读（文字版）</summary>
        <ol>
          {inWords(of).map(({ node, notes, next }) => (
            <li key={node.id}>
              <strong>{node.title}</strong>
              {[...node.lines, ...notes].map(line => (
                <div key={line.text}>{line.text}</div>
              ))}
              {next.length > 0 ? <div className="next">之后：{next.join('；')}</div> : null}
            </li>
          ))}
        </ol>
      </details>
    </figure>
  )
}

function Box(props: { of: PlacedNode; hold: (id: string | undefined) => void }) {
  const { of } = props
  const round = of.kind === 'step' ? 5 : 18
  const read = [of.title.join(''), ...[...of.lines, ...(of.note?.lines ?? [])].map(l => l.text)].join('，')
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is looked at, not worked with; the focus shows its arrows
    <g
      className={`node ${of.kind}`}
      transform={`translate(${of.x} ${of.y})`}
      role="img"
      aria-label={read}
      tabIndex={0}
      onFocus={() => props.hold(of.id)}
      onBlur={() => props.hold(undefined)}
    >
      {of.note ? <rect className="slip" y={of.note.y - 4} width={of.width} height={of.note.height + 4} rx={3} /> : null}
      <rect className="box" width={of.width} height={of.height} rx={round} />
      {of.title.map((row, i) => (
        <text
          key={row}
          className="title"
          x={of.width / 2}
          y={measures.padding + (i + 1) * measures.titleRow - 6}
          textAnchor="middle"
        >
          {row}
        </text>
      ))}
      {of.lines.map(line => (
        <Line key={line.text} of={line} />
      ))}
      {of.note?.lines.map(line => (
        <Line key={line.text} of={line} />
      ))}
    </g>
  )
}

function Line(props: { of: PlacedLine }) {
  const { of } = props
  return (
    <text className={`line ${of.meaning}`} y={of.y}>
      {of.rows.map((row, i) => (
        <tspan key={row} x={measures.padding} dy={i === 0 ? 0 : measures.row}>
          {row}
        </tspan>
      ))}
    </text>
  )
}

function Arrow(props: { of: PlacedArrow; marker: string; isHeld: boolean }) {
  const { of } = props
  const label = of.label
  return (
    <g className={props.isHeld ? 'arrow held' : 'arrow'}>
      <path d={pathOf(of.points)} markerEnd={`url(#${props.marker})`} />
      {label ? (
        <text x={label.x} y={label.y + 4} textAnchor="middle">
          {label.text}
        </text>
      ) : null}
    </g>
  )
}

/** Through the points, with rounded corners. */
function pathOf(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  const last = rest.length - 1
  return rest.reduce((path, point, i) => {
    const next = rest[i + 1]
    if (i === last || !next) return `${path} L${point.x} ${point.y}`
    return `${path} Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  }, `M${first.x} ${first.y}`)
}
