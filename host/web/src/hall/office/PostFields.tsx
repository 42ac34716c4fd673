import type { UseQueryResult } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import type { KnownOrganisationsAnswer, Role } from '../../../generated/api'
import type { Refused } from '../../api/refused'
import { RefusalAlert } from '../../kit/RefusalAlert'
import { roleName } from '../../words/roles'

/** What is wrong with a field by the host's word, for its Form.Item. */
export function faultOf(refused: Refused | undefined, field: string) {
  return refused?.field === field ? { validateStatus: 'error' as const, help: refused.message } : {}
}

/** A refusal that no field of the form shows. */
export function OtherRefusal(props: { of: Refused | undefined; fields: readonly string[] }) {
  return props.of?.field && props.fields.includes(props.of.field) ? null : <RefusalAlert of={props.of} />
}

export const postFields = ['post', 'organisation', 'roles']

/** 单位、岗位、角色: which roles a post can have is its organisation's. Within a Form. */
export function PostFields(props: {
  organisations: UseQueryResult<KnownOrganisationsAnswer[]>
  refused: Refused | undefined
}) {
  const form = Form.useFormInstance()
  const code: string | undefined = Form.useWatch('organisation', form)
  const known = props.organisations.data ?? []
  const possible = known.find(o => o.code === code)?.roles ?? []

  function organisationChosen(chosen: string) {
    const allowed = known.find(o => o.code === chosen)?.roles ?? []
    const kept = ((form.getFieldValue('roles') ?? []) as Role[]).filter(r => allowed.includes(r))
    form.setFieldValue('roles', kept)
  }

  return (
    <>
      <RefusalAlert of={props.organisations.error} again={() => void props.organisations.refetch()} />
      <Form.Item
        name="organisation"
        label="单位"
        rules={[{ required: true, message: '请选择单位。' }]}
        {...faultOf(props.refused, 'organisation')}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={props.organisations.isPending}
          onChange={organisationChosen}
          options={known.map(o => ({ value: o.code, label: o.name }))}
        />
      </Form.Item>
      <Form.Item
        name="post"
        label="岗位"
        rules={[{ required: true, whitespace: true, message: '请填写岗位。' }]}
        {...faultOf(props.refused, 'post')}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roles"
        label="角色（至少一个）"
        // Not "required": a group of boxes must not say so of itself (ARIA).
        rules={[{ type: 'array', min: 1, message: '请至少选择一个角色。' }]}
        extra={code ? undefined : '先选择单位。'}
        {...faultOf(props.refused, 'roles')}
      >
        <Checkbox.Group options={possible.map(r => ({ value: r, label: roleName[r] }))} aria-label="角色" />
      </Form.Item>
    </>
  )
}
