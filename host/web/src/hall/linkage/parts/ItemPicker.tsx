import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { answer, api } from '../../../api/client'

/** Finds an item by name, pinyin or code. */
export function ItemPicker(props: {
  id?: string
  value: string | undefined
  onChange: (code: string) => void
  invalid?: boolean
}) {
  const [typed, type] = useState('')
  const q = useDeferredValue(typed.trim()) || props.value
  const items = useQuery({
    queryKey: ['items', 'pick', q],
    queryFn: () => answer(api.GET('/api/items', { params: { query: { q, limit: 20 } } })),
    placeholderData: shown => shown,
  })
  return (
    <Select
      id={props.id}
      showSearch={{ filterOption: false, onSearch: type }}
      value={props.value}
      onChange={props.onChange}
      status={props.invalid ? 'error' : undefined}
      placeholder="按名称、编码查找事项"
      notFoundContent="没有找到这样的事项。"
      loading={items.isFetching}
      options={items.data?.items.map(i => ({ value: i.code, label: `${i.name}（${i.department}）` }))}
      style={{ width: '100%' }}
    />
  )
}
