import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { answer, api } from '../../../api/client'
import { isCitizenNumber, isSocialCreditCode, tidyIdentifier } from '../../../words/identifiers'

/** Finds a licence by its holder's name or number, or by its own number. */
export function LicencePicker(props: {
  id?: string
  /** Where no label stands beside it. */
  label?: string
  value: string | undefined
  onChange: (identifier: string) => void
  invalid?: boolean
}) {
  const [typed, type] = useState('')
  const asked = questionOf(useDeferredValue(typed.trim()))
  const found = useQuery({
    queryKey: ['licences', 'pick', asked],
    queryFn: () => answer(api.GET('/api/licences', { params: { query: { ...asked, limit: 20 } } })),
    placeholderData: shown => shown,
  })
  const options = found.data?.items.map(l => ({
    value: l.identifier,
    label: `${l.holder}：${l.name}（${l.stateName ?? l.itemName}）…${l.identifier.slice(-18)}`,
  }))
  return (
    <Select
      id={props.id}
      aria-label={props.label}
      showSearch={{ filterOption: false, onSearch: type }}
      value={props.value}
      onChange={props.onChange}
      status={props.invalid ? 'error' : undefined}
      placeholder="按持证人名称、证件号码或者证照标识查找"
      notFoundContent={found.error ? '没有找到这样的证照，或者您无权查看。' : '没有找到这样的证照。'}
      loading={found.isFetching}
      options={options}
      style={{ width: '100%' }}
    />
  )
}

/** What somebody types is a licence's number, a holder's number or a holder's name. */
export function questionOf(typed: string): { identifier?: string; holderNumber?: string; holder?: string } {
  if (typed === '') return {}
  const tidy = tidyIdentifier(typed)
  if (isCitizenNumber(tidy) || isSocialCreditCode(tidy)) return { holderNumber: tidy }
  return /^[0-9A-Za-z.]{10,}$/.test(typed) ? { identifier: typed } : { holder: typed }
}
