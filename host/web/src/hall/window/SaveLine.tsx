import { Alert, Button, Space } from 'antd'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { canBeSaved, isEmpty } from './content'
import type { Draft } from './useDraft'
import { windowWords } from './words'

/** Where what is typed stands; and what to do where somebody else has saved meanwhile. */
export function SaveLine(props: { of: Draft }) {
  const { of } = props
  return (
    <>
      {of.unsaved ? (
        <Alert
          type="info"
          showIcon
          title={windowWords.unsaved}
          action={
            <Space>
              <Button size="small" onClick={() => of.takeUnsaved(true)}>
                {windowWords.unsavedTake}
              </Button>
              <Button size="small" onClick={() => of.takeUnsaved(false)}>
                {windowWords.unsavedLeave}
              </Button>
            </Space>
          }
        />
      ) : null}
      {of.state.is === 'stale' ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={windowWords.stale}
          action={
            <Space>
              <Button size="small" onClick={() => void of.settle(true)}>
                {windowWords.staleOwn}
              </Button>
              <Button size="small" onClick={() => void of.settle(false)}>
                {windowWords.staleTheirs}
              </Button>
            </Space>
          }
        />
      ) : null}
      {of.state.is === 'refused' ? <RefusalAlert of={of.state.refused} /> : null}
      <div role="status" className="save-state">
        {words(of)}
      </div>
    </>
  )
}

function words(of: Draft): string {
  if (isEmpty(of.content)) return ''
  if (!canBeSaved(of.content)) return windowWords.keptHere
  switch (of.state.is) {
    case 'waiting':
      return windowWords.saving
    case 'silent':
      return windowWords.silent
    case 'saved':
      return of.saved ? `${windowWords.saved}（草稿${of.saved.id}）` : ''
    default:
      return ''
  }
}
