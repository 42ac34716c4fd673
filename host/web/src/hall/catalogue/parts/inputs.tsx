import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import type { Limit, LimitUnit, ListItemsRow, Organisation } from '../../../../generated/api'
import { answer, api } from '../../../api/client'
import { useOrganisations } from './organisations'

interface Control {
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  disabled?: boolean
}

/** A day, typed or chosen, as 2026-11-22. */
export function DayInput(
  props: Control & { value: string; onChange: (day: string) => void; min?: string; max?: string },
) {
  const { value, onChange, ...control } = props
  return (
    <Input type="date" value={value} onChange={e => onChange(e.target.value)} style={{ width: 160 }} {...control} />
  )
}

const units: { value: LimitUnit; label: string }[] = [
  { value: 'workingDay', label: '个工作日' },
  { value: 'calendarDay', label: '日' },
  { value: 'month', label: '个月' },
]

export function LimitInput(
  props: Control & { value: Limit | null; onChange: (limit: Limit | null) => void; min?: number; name: string },
) {
  const { value, onChange, name, min, ...control } = props
  return (
    <Space.Compact>
      <InputNumber<number>
        {...control}
        aria-label={control.id ? undefined : `${name}（数）`}
        min={min ?? 0}
        max={999}
        precision={0}
        value={value?.count ?? null}
        onChange={count => onChange(count === null ? null : { count, unit: value?.unit ?? 'workingDay' })}
        style={{ width: 76 }}
      />
      <Select
        aria-label={`${name}的单位`}
        value={value?.unit ?? 'workingDay'}
        options={units}
        disabled={value === null || (control.disabled ?? false)}
        onChange={unit => value && onChange({ ...value, unit })}
        style={{ width: 108 }}
      />
    </Space.Compact>
  )
}

const other = '+'

/** One of the known organisations, or another by its name and code. */
export function OrganisationInput(
  props: Control & {
    value: Organisation | null
    onChange: (organisation: Organisation | null) => void
    clear?: boolean
  },
) {
  const { value, onChange, clear, ...control } = props
  const known = useOrganisations()
  const isKnown = value === null || known.some(o => o.code === value.code)
  const [isOther, setOther] = useState(false)
  const shown = isOther || !isKnown
  return (
    <>
      <Select
        {...control}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={clear ?? false}
        placeholder="请选择单位"
        value={shown ? other : (value?.code ?? undefined)}
        options={[...known.map(o => ({ value: o.code, label: o.name })), { value: other, label: '其他单位…' }]}
        onChange={code => {
          setOther(code === other)
          if (code === other) onChange({ name: '', code: '' })
          else onChange(known.find(o => o.code === code) ?? null)
        }}
        style={{ width: '100%', minWidth: 180 }}
      />
      {shown ? (
        <Space.Compact style={{ width: '100%', marginTop: 4 }}>
          <Input
            aria-label="单位名称"
            placeholder="单位名称"
            value={value?.name ?? ''}
            onChange={e => onChange({ name: e.target.value, code: value?.code ?? '' })}
          />
          <Input
            aria-label="统一社会信用代码"
            placeholder="统一社会信用代码"
            value={value?.code ?? ''}
            onChange={e => onChange({ name: value?.name ?? '', code: e.target.value.trim().toUpperCase() })}
          />
        </Space.Compact>
      ) : null}
    </>
  )
}

/** Finds an item by part of its name or its code, and hands it over. */
export function ItemPicker(props: Control & { onPick: (item: ListItemsRow) => void; without: string[] }) {
  const { onPick, without, ...control } = props
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['items', 'pick', q],
    queryFn: () => answer(api.GET('/api/items', { params: { query: { q: q || undefined, limit: 20 } } })),
    placeholderData: shown => shown,
  })
  const rows = (found.data?.items ?? []).filter(i => !without.includes(i.code))
  return (
    <Select<string>
      {...control}
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      placeholder="输入事项名称或编码查找并加入"
      value={null as unknown as string}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到事项'}
      options={rows.map(i => ({ value: i.code, label: `${i.name}（${i.department}）` }))}
      onChange={code => {
        const row = rows.find(i => i.code === code)
        setQ('')
        if (row) onPick(row)
      }}
      style={{ width: '100%', maxWidth: 520 }}
    />
  )
}
