import type { CheckDraftDraftCheck, ItemElements } from '../../../generated/api'
import type { Schema } from '../../forms/plan'
import { dayText } from '../../words/dates'
import { limitText } from '../../words/limits'
import { RecordRead } from '../form/RecordRead'
import { Facts } from '../parts/Facts'
import { feeText, materialFormName, words } from '../words'
import type { Draft } from './useDraft'

/** 预检: what would be found if it were handed in now, and everything once more to be read. */
export function CheckResult(props: {
  of: CheckDraftDraftCheck
  draft: Draft
  item: ItemElements
  open: (step: string) => void
}) {
  const { of, draft, item } = props
  const missing = of.materials.filter(m => m.missing)
  const isPaper = draft.materials.some(m => m.form === 'paper')
  return (
    <>
      <section className="card call" aria-label="预检结果">
        <h2>预检结果</h2>
        {of.mayBeAccepted ? (
          <p className="note good">
            <strong>✓ 材料齐全、内容符合要求，可以提交。</strong>
          </p>
        ) : of.mayBeFiled ? (
          <p className="note warn">
            <strong>可以提交，但下面的问题不解决，会要求补正或者不予受理。</strong>
          </p>
        ) : (
          <p className="note bad">
            <strong>还不能提交，请先改正下面的问题。</strong>
          </p>
        )}
        {of.obstacles.length > 0 ? (
          <ul>
            {of.obstacles.map(o => (
              <li key={o.code}>{o.text}</li>
            ))}
          </ul>
        ) : null}
        {of.faults.length > 0 ? (
          <>
            <h3>申请表</h3>
            <ul>
              {of.faults.map(f => (
                <li key={f.field}>{f.text}</li>
              ))}
            </ul>
            <p>
              <button type="button" className="button light" onClick={() => props.open('form')}>
                去改申请表
              </button>
            </p>
          </>
        ) : null}
        {missing.length > 0 ? (
          <>
            <h3>还缺的材料</h3>
            <ul>
              {missing.map(m => (
                <li key={m.key}>
                  {m.name}
                  {m.held.length > 0 ? '（本局已有，可以免于提交）' : ''}
                </li>
              ))}
            </ul>
            <p>
              <button type="button" className="button light" onClick={() => props.open('materials')}>
                去补材料
              </button>
            </p>
          </>
        ) : null}
        {of.unmetConditions.length > 0 ? (
          <>
            <h3>还不符合的条件</h3>
            <ul>
              {of.unmetConditions.map(c => (
                <li key={c.key}>{c.text}</li>
              ))}
            </ul>
          </>
        ) : null}
        {isPaper ? <p>{words.paperLater}</p> : null}
        <Facts
          of={[
            of.owner ? ['由谁办理', of.owner.name] : null,
            ['答复是否受理', `${dayText(of.answerBy)}前`],
            [
              '多久办好',
              `承诺${limitText(of.promised)}${of.promisedDue ? `（今天受理的，${dayText(of.promisedDue)}前）` : ''}，法定${limitText(of.statutory)}${of.tier ? `（${of.tier}）` : ''}`,
            ],
            ['收费', of.fee ? `${feeText(of.fee.amount)}（${of.fee.basis}）` : '不收费'],
            of.result ? ['办理结果', of.result] : null,
            of.steps.length > 0 ? ['审查步骤', of.steps.map(s => `${s.name}（${s.performer}）`).join('，')] : null,
          ]}
        />
      </section>
      <section className="card">
        <h2>您填写的内容</h2>
        <h3>申请人</h3>
        <Facts
          of={[
            [draft.applicant.kind === 'person' ? '姓名' : '单位名称', draft.applicant.name],
            [draft.applicant.kind === 'person' ? '身份证号码' : '统一社会信用代码', draft.applicant.identifier],
            ['联系电话', draft.applicant.contact],
            draft.renews ? ['要延续的证照', draft.renews] : null,
          ]}
        />
        <RecordRead schema={item.form as Schema} value={draft.form} />
        {of.materials.length > 0 ? (
          <>
            <h3>材料</h3>
            <Facts
              of={of.materials.map(
                m => [m.name, m.handedIn ? materialFormName[m.handedIn] : m.necessary ? '缺' : '未提交'] as const,
              )}
            />
          </>
        ) : null}
      </section>
    </>
  )
}
