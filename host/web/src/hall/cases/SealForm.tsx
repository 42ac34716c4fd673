import { Alert, App, Button, Form, Select } from 'antd'
import type { SealDocumentRequest, ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { useCommand } from '../../api/command'
import { Loaded } from '../../kit/Loaded'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { documentTitle } from '../../words/cases'
import { numberOf, touchesOf } from './caseContext'
import { Field } from './Field'
import { sealsFor, useSeals } from './seals'
import { toSeal } from './toSeal'
import { useSaid } from './useSaid'
import { words } from './words'

/** 用印: the oldest paper that waits, with the seal of the organisation that handles the case. */
export function SealForm(props: { of: ShowCaseAnswer; chosen: string | undefined; choose: (seal: string) => void }) {
  const { of, chosen } = props
  const { modal } = App.useApp()
  const seals = useSeals()
  const seal = useCommand(
    (body: SealDocumentRequest, headers) =>
      answer(api.POST('/api/cases/{id}/seal', { params: { path: { id: of.id } }, headers, body })),
    { version: of.version, touches: [...touchesOf(of.id), ['seals']], then: useSaid('已用印。') },
  )
  const waiting = toSeal(of.case)
  const next = waiting[0]
  const owner = of.case.under?.owner
  if (!next || !owner) return null
  const number = numberOf(next)
  return (
    <Loaded of={seals} rows={2}>
      {all => {
        const inForce = sealsFor(all, owner.code)
        const used = inForce.find(s => s.id === chosen) ?? inForce[0]
        if (!used) return <Alert role="note" type="warning" showIcon title={words.noSeal(owner.name)} />
        return (
          <Form
            layout="vertical"
            onFinish={() =>
              modal.confirm({
                title: '用印？',
                content: words.confirmSeal(documentTitle(number), used.name),
                okText: '用印',
                onOk: () => void seal.run({ document: number, seal: used.id }),
              })
            }
          >
            <p style={{ marginTop: 0 }}>
              《{documentTitle(number)}》{next.displayNumber}
              {waiting.length > 1 ? <span className="quiet">，本件共{waiting.length}份待用印</span> : null}
            </p>
            <Field label="印章" id="seal" refused={seal.refused} field="seal">
              <Select
                id="seal"
                value={used.id}
                onChange={props.choose}
                options={inForce.map(s => ({ value: s.id, label: s.name }))}
              />
            </Field>
            <RefusalAlert of={seal.refused} close={seal.clear} />
            <Button type="primary" htmlType="submit" loading={seal.running}>
              用印
            </Button>
          </Form>
        )
      }}
    </Loaded>
  )
}
