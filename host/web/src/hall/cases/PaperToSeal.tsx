import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { ShowCaseAnswer } from '../../../generated/api'
import { answer, api } from '../../api/client'
import { Paper } from '../../kit/DocumentPreview'
import { documentTitle } from '../../words/cases'
import { numberOf } from './caseContext'
import { Section } from './Section'
import { sealsFor, useSeals } from './seals'
import { toSeal } from './toSeal'

/** The paper that is to be sealed next, as it will stand under the seal; without one, or where it would be refused, as it stands. */
export function PaperToSeal({ of, seal }: { of: ShowCaseAnswer; seal: string | undefined }) {
  const seals = useSeals()
  const next = toSeal(of.case)[0]
  const number = next ? numberOf(next) : ''
  const usable = sealsFor(seals.data ?? [], of.case.under?.owner.code)
  const used = usable.find(s => s.id === seal) ?? usable[0]
  const paper = useQuery({
    queryKey: ['under-seal', of.id, number, used?.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answer(
        api.POST('/api/cases/{id}/seal/preview', {
          params: { path: { id: of.id } },
          body: { document: number, seal: used?.id ?? '' },
          parseAs: 'text',
        }),
      ),
    enabled: number !== '' && used !== undefined,
  })
  if (!next) return null
  const title = documentTitle(number)
  return (
    <Section title={`待用印：${title}`} extra={<span className="quiet">{next.displayNumber}</span>}>
      {paper.error ? (
        <Alert role="note" type="warning" showIcon title="暂时不能预览用印后的样子，以下为未用印的文书。" />
      ) : null}
      {paper.data !== undefined ? (
        <Paper title={`${title}（用印预览）`} html={paper.data} />
      ) : paper.isFetching || seals.isPending ? (
        <div style={{ height: 400 }} role="status" aria-label="正在读取" />
      ) : (
        <Paper title={title} address={`/api/documents/${encodeURIComponent(number)}`} />
      )}
    </Section>
  )
}
