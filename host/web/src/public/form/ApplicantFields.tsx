import type { Applicant } from '../../../generated/api'
import { identifierFault } from '../../words/identifiers'
import { ChoiceField, TextField } from '../parts/Field'
import { IdentifierField } from './FormFields'

/** What is still wrong with an applicant; undefined when nothing is. */
export function applicantFault(of: Applicant): { field: keyof Applicant; text: string } | undefined {
  if (of.name.trim() === '') return { field: 'name', text: of.kind === 'person' ? '请填写姓名。' : '请填写单位名称。' }
  if (of.identifier === '')
    return { field: 'identifier', text: of.kind === 'person' ? '请填写身份证号码。' : '请填写统一社会信用代码。' }
  const wrong = identifierFault(of.kind, of.identifier)
  if (wrong) return { field: 'identifier', text: wrong }
  if (of.contact.trim() === '') return { field: 'contact', text: '请填写联系电话或者地址。' }
  return undefined
}

/** 申请人: who applies, and how he is reached. */
export function ApplicantFields(props: {
  of: Applicant
  fault: { field: string; text: string } | undefined
  onChange: (of: Applicant) => void
}) {
  const { of } = props
  const at = (field: keyof Applicant) => (props.fault?.field === field ? props.fault.text : undefined)
  const change = (changes: Partial<Applicant>) => props.onChange({ ...of, ...changes })
  return (
    <>
      <ChoiceField
        label="谁来申请"
        value={of.kind}
        choices={[
          { value: 'person', label: '个人' },
          { value: 'organisation', label: '企业或者其他单位' },
        ]}
        onChange={kind => change({ kind: kind as Applicant['kind'], identifier: '' })}
      />
      <TextField
        label={of.kind === 'person' ? '姓名' : '单位名称'}
        hint={of.kind === 'person' ? '与身份证一致。' : '与营业执照或者登记证书一致。'}
        id="applicant-name"
        value={of.name}
        onChange={name => change({ name })}
        autoComplete={of.kind === 'person' ? 'name' : 'organization'}
        fault={at('name')}
      />
      <IdentifierField
        key={of.kind}
        kind={of.kind}
        label={of.kind === 'person' ? '身份证号码' : '统一社会信用代码'}
        hint="18位，最后一位可能是字母。"
        id="applicant-identifier"
        value={of.identifier}
        onChange={identifier => change({ identifier })}
        fault={at('identifier')}
      />
      <TextField
        label="联系电话"
        hint="办理中有事会打这个电话。"
        id="applicant-contact"
        type="tel"
        value={of.contact}
        onChange={contact => change({ contact })}
        autoComplete="tel"
        fault={at('contact')}
      />
    </>
  )
}
