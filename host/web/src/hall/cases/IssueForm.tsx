import { App, Button } from 'antd'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { dayText } from '../../words/dates'
import { touchesOf } from './caseContext'
import { useSaid } from './useSaid'
import { words } from './words'

/** 颁发证照. */
export function IssueForm({ of }: { of: ShowCaseAnswer }) {
  const { modal } = App.useApp()
  const issue = useCommand(
    (_: null, headers) => answer(api.POST('/api/cases/{id}/issue', { params: { path: { id: of.id } }, headers })),
    { version: of.version, touches: [...touchesOf(of.id), ['licences']], then: useSaid('证照已颁发。') },
  )
  const licence = of.case.decision?.licence
  if (!licence) return null
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {licence.name}，{dayText(licence.validFrom)}起
        {licence.validUntil ? `至${dayText(licence.validUntil)}` : '，长期有效'}
        <br />
        <span className="mono" style={{ wordBreak: 'break-all' }}>
          {licence.identifier}
        </span>
      </p>
      <RefusalAlert of={issue.refused} close={issue.clear} />
      <Button
        type="primary"
        loading={issue.running}
        onClick={() =>
          modal.confirm({
            title: '颁发证照？',
            content: words.confirmIssue,
            okText: '颁发',
            onOk: () => void issue.run(null),
          })
        }
      >
        颁发证照
      </Button>
    </>
  )
}
