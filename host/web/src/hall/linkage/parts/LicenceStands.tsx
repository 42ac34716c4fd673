import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answer, api } from '../../../api/client'
import { useWatched } from '../../../api/live'
import { Code } from '../../../kit/Code'
import { Facts } from '../../../kit/Facts'
import { Loaded } from '../../../kit/Loaded'
import { dayText } from '../../../words/dates'
import { spacedIdentifier } from '../../../words/identifiers'
import { HolderLink, ItemLink, LicenceLink } from './links'

/** A licence as it stands now. */
export function LicenceStands(props: { identifier: string; column?: number }) {
  const queries = useQueryClient()
  const licence = useQuery({
    queryKey: ['licence', props.identifier],
    queryFn: () =>
      answer(api.GET('/api/licences/{identifier}', { params: { path: { identifier: props.identifier } } })),
  })
  useWatched(
    'licence',
    props.identifier,
    useCallback(
      () => void queries.invalidateQueries({ queryKey: ['licence', props.identifier] }),
      [queries, props.identifier],
    ),
  )
  return (
    <Loaded of={licence} rows={3}>
      {l => (
        <Facts
          label="证照现状"
          column={props.column ?? 2}
          items={[
            [
              '证照',
              <LicenceLink key="name" of={l.identifier}>
                {l.name}
              </LicenceLink>,
            ],
            ['现在的状态', <strong key="state">{l.stateName}</strong>],
            ['持证人', l.holder],
            [
              '证件号码',
              <HolderLink key="holder" of={l.holderIdentifier}>
                <span className="mono">{spacedIdentifier(l.holderIdentifier)}</span>
              </HolderLink>,
            ],
            [
              '事项',
              <ItemLink key="item" of={l.item}>
                {l.itemName}
              </ItemLink>,
            ],
            ['有效期', `${dayText(l.validFrom)}起${l.validUntil ? `，至${dayText(l.validUntil)}` : '，长期'}`],
            ['暂停至', l.suspendedUntil ? dayText(l.suspendedUntil) : undefined],
            ['颁发单位', l.issuer.name],
            ['监管部门', l.supervisor.name],
            [
              '标识',
              <Code key="id" short={24}>
                {l.identifier}
              </Code>,
            ],
          ]}
        />
      )}
    </Loaded>
  )
}
