import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Radio, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { FeedbackKind, ReportFeedbackRequest, SubjectKind } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useCommand } from '../../../api/command'
import { Refused } from '../../../api/refused'
import { useKept } from '../../../forms/kept'
import { FileUpload, type NamedFile } from '../../../kit/Files'
import { Page } from '../../../kit/Page'
import { tidyIdentifier } from '../../../words/identifiers'
import { subjectKindName } from '../../../words/requests'
import { feedbackKindName } from '../../../words/supervision'
import { useMe } from '../../shell/Session'
import { Asked, Field } from '../parts/Asked'
import { ItemPicker } from '../parts/ItemPicker'
import { LicencePicker } from '../parts/LicencePicker'
import { LicenceStands } from '../parts/LicenceStands'
import { Part } from '../parts/Part'
import { useFilter } from '../parts/useFilter'
import { ContentFields } from './ContentFields'
import { type ContentForm, contentOf, emptyForm, kindsAbout, missingIn } from './contentForm'
import { feedbackWords } from './words'

interface Draft {
  about: { kind: SubjectKind; id?: string; name?: string }
  content: ContentForm
  files: NamedFile[]
}

/** 反馈监管情况, of the licence, holder or item that the address names, or that is looked for here. */
export default function ReportFeedbackPage() {
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [filter] = useFilter()
  const named = useNamed()
  const about = `${filter('licence') ?? filter('push') ?? filter('holder') ?? filter('item') ?? ''}`
  const [draft, keep, forget] = useKept<Draft>(me.id, `feedback.${about}`, {
    about: { kind: filter('item') ? 'item' : filter('holder') ? 'holder' : 'licence' },
    content: emptyForm((filter('kind') as FeedbackKind | undefined) ?? (filter('item') ? 'normChange' : 'inspection')),
    files: [],
  })
  const [unfilled, setUnfilled] = useState<Refused>()
  const subject = draft.about.id ? draft.about : { ...draft.about, ...named }
  const kinds = kindsAbout(subject.kind)
  const kind = kinds.includes(draft.content.kind) ? draft.content.kind : (kinds[0] ?? 'inspection')
  const content = { ...draft.content, kind }
  const change = (part: Partial<ContentForm>) => keep(now => ({ ...now, content: { ...now.content, ...part } }))

  const command = useCommand(
    (body: ReportFeedbackRequest, headers) => answer(api.POST('/api/feedback', { body, headers })),
    {
      touches: [['feedback'], ['push'], ['tasks']],
      then: reported => {
        forget()
        void message.success(reported.late ? `已反馈。${feedbackWords.late}` : '已反馈。')
        void navigate(`/feedback/${encodeURIComponent(reported.id)}`, { replace: true })
      },
    },
  )

  function report() {
    const missing = subject.id ? missingIn(content) : 'about.id'
    if (missing) {
      setUnfilled(new Refused(422, { code: 'not-filled-in', detail: '请填写这一项。', field: missing }))
      return
    }
    setUnfilled(undefined)
    void command.run({
      about: { kind: subject.kind, id: subject.id ?? '', name: subject.kind === 'holder' ? subject.name : undefined },
      content: contentOf(content),
      attachments: draft.files.map(f => f.id),
    })
  }

  return (
    <Page title="反馈监管情况" sub={feedbackWords.sub}>
      <div className="columns">
        <Asked refused={unfilled ?? command.refused} clear={command.clear}>
          <div className="stack">
            <Part title="针对什么">
              <Field name="about.kind" label="对象" required group hint={feedbackWords.normSubject}>
                {() => (
                  <Segmented
                    aria-label="对象"
                    value={subject.kind}
                    onChange={kind => keep(now => ({ ...now, about: { kind } }))}
                    options={(['licence', 'holder', 'item'] as const).map(value => ({
                      value,
                      label: subjectKindName[value],
                    }))}
                  />
                )}
              </Field>
              <Subject value={subject} change={next => keep(now => ({ ...now, about: next }))} />
            </Part>
            <Part title="反馈内容">
              <Field name="content" label="类型" required group>
                {() => (
                  <Radio.Group
                    value={kind}
                    onChange={e => change({ kind: e.target.value })}
                    options={kinds.map(value => ({ value, label: feedbackKindName[value] }))}
                    optionType="button"
                  />
                )}
              </Field>
              <ContentFields value={content} change={change} />
              <Field name="attachments" label="附件" group hint={feedbackWords.attachments}>
                {() => (
                  <FileUpload
                    label="上传附件"
                    value={draft.files}
                    onChange={files => keep(now => ({ ...now, files }))}
                  />
                )}
              </Field>
            </Part>
          </div>
          <div style={{ display: 'flex', gap: 8, margin: '14px 0' }}>
            <Button type="primary" loading={command.running} onClick={report}>
              提交反馈
            </Button>
            <Button onClick={() => void navigate(-1)}>返回（已填写的保留）</Button>
          </div>
        </Asked>
        {subject.kind === 'licence' && subject.id ? (
          <Part title="证照现状">
            <LicenceStands identifier={subject.id} column={1} />
          </Part>
        ) : null}
      </div>
    </Page>
  )
}

/** What the address names; of a push its licence, or the holder where it brought none. */
function useNamed(): { kind: SubjectKind; id: string; name?: string } | undefined {
  const [filter] = useFilter()
  const id = filter('push')
  const push = useQuery({
    queryKey: ['push', id],
    queryFn: () => answer(api.GET('/api/pushes/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  })
  const content = push.data?.push.content
  if (content?.licence) return { kind: 'licence', id: content.licence.identifier }
  if (content) return { kind: 'holder', id: content.holderIdentifier, name: content.holder }
  const [licence, holder, item] = [filter('licence'), filter('holder'), filter('item')]
  if (licence) return { kind: 'licence', id: licence }
  if (holder) return { kind: 'holder', id: holder, name: filter('name') }
  return item ? { kind: 'item', id: item } : undefined
}

function Subject(props: { value: Draft['about']; change: (next: Draft['about']) => void }) {
  const { value, change } = props
  const [number, type] = useState(value.id ?? '')
  useEffect(() => type(value.id ?? ''), [value.id])
  if (value.kind === 'licence')
    return (
      <Field name="about.id" label="证照" required>
        {(id, invalid) => (
          <LicencePicker
            id={id}
            value={value.id}
            onChange={v => change({ kind: 'licence', id: v })}
            invalid={invalid}
          />
        )}
      </Field>
    )
  if (value.kind === 'item')
    return (
      <Field name="about.id" label="事项" required>
        {(id, invalid) => (
          <ItemPicker id={id} value={value.id} onChange={v => change({ kind: 'item', id: v })} invalid={invalid} />
        )}
      </Field>
    )
  return (
    <>
      <Field name="about.id" label="公民身份号码或者统一社会信用代码" required>
        {(id, invalid) => (
          <Input
            id={id}
            className="mono"
            value={number}
            onChange={e => type(e.target.value)}
            onBlur={() => change({ ...value, id: tidyIdentifier(number) })}
            status={invalid ? 'error' : undefined}
            maxLength={30}
          />
        )}
      </Field>
      <Field name="about.name" label="姓名或者名称" required>
        {(id, invalid) => (
          <Input
            id={id}
            value={value.name}
            onChange={e => change({ ...value, name: e.target.value })}
            status={invalid ? 'error' : undefined}
          />
        )}
      </Field>
    </>
  )
}
