import { Button, Input, Space } from 'antd'
import { identifierFault, isCitizenNumber, isSocialCreditCode, tidyIdentifier } from '../../words/identifiers'
import { formWords } from '../words'
import type { ControlProps } from './Fields'

/** A citizen number or a credit code, checked while it is typed. */
export function IdentifierInput(props: ControlProps) {
  const { field, id, aria, context } = props
  const kind = field.kind === 'citizenNumber' ? 'person' : 'organisation'
  const text = typeof props.value === 'string' ? props.value : ''
  const offered = (kind === 'person' ? isCitizenNumber : isSocialCreditCode)(context.applicant) ? context.applicant : ''
  // What is wrong whatever follows is said at once; that it is not finished is only counted.
  const atOnce = text.length >= 18 && !aria['aria-invalid'] ? identifierFault(kind, text) : undefined
  return (
    <>
      <Space.Compact block>
        <Input
          id={id}
          {...aria}
          aria-invalid={aria['aria-invalid'] ?? (atOnce ? true : undefined)}
          autoComplete="off"
          className="tabular"
          disabled={context.disabled}
          value={text}
          onChange={e => props.onChange(tidyIdentifier(e.target.value))}
          suffix={
            text.length > 0 && text.length < 18 ? (
              <span className="quiet">{formWords.typed(text.length)}</span>
            ) : undefined
          }
        />
        {offered !== '' && offered !== text ? (
          <Button
            disabled={context.disabled}
            onClick={() => {
              props.onChange(offered)
              document.getElementById(id)?.focus()
            }}
          >
            {formWords.sameAsApplicant}
          </Button>
        ) : null}
      </Space.Compact>
      {atOnce ? (
        <div className="field-fault" role="status">
          {atOnce}
        </div>
      ) : null}
    </>
  )
}
