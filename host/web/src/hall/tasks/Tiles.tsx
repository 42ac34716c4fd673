import type { CountTasksRoleTasks } from '../../../generated/api'
import { Light } from '../../kit/Light'

export type LightOf = 'overdue' | 'near' | 'normal' | 'undated'

const lights: LightOf[] = ['overdue', 'near', 'normal', 'undated']

const kindName: Record<string, string> = { case: '办件', push: '推送', request: '部门请求', feedback: '监管反馈' }

/** 待办数 by light and by kind; a press shows these alone, another all of them again. */
export function Tiles(props: {
  of: CountTasksRoleTasks | undefined
  light: LightOf | undefined
  kind: string | undefined
  choose: (part: 'light' | 'kind', value: string | undefined) => void
}) {
  const { of } = props
  if (!of) return null
  const kinds = of.kinds.length > 1 ? of.kinds : []
  return (
    <fieldset className="tiles" style={{ border: 0, padding: 0, margin: '0 0 14px' }} aria-label="按时限和种类筛选">
      {lights.map(light => (
        <Tile
          key={light}
          count={of[light]}
          chosen={props.light === light}
          press={() => props.choose('light', props.light === light ? undefined : light)}
        >
          {light === 'undated' ? '没有固定期限' : <Light of={light} />}
        </Tile>
      ))}
      {kinds.map(kind => (
        <Tile
          key={kind.kind}
          count={kind.count}
          chosen={props.kind === kind.kind}
          press={() => props.choose('kind', props.kind === kind.kind ? undefined : kind.kind)}
        >
          {kindName[kind.kind] ?? kind.kind}
        </Tile>
      ))}
      {of.more ? <span className="quiet">只计最急的999件</span> : null}
    </fieldset>
  )
}

function Tile(props: { count: number; chosen: boolean; press: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className="tile" aria-pressed={props.chosen} onClick={props.press}>
      <span>{props.children}</span>
      <strong>{props.count}</strong>
    </button>
  )
}
