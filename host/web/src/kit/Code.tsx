import { Typography } from 'antd'

/** A number or code that people read aloud and copy. */
export function Code(props: { children: string | null | undefined; short?: number }) {
  const text = props.children
  if (!text) return <span className="quiet">—</span>
  const shown = props.short && text.length > props.short ? `…${text.slice(-props.short)}` : text
  return (
    <Typography.Text className="mono tabular nowrap" title={text} copyable={{ text, tooltips: ['复制', '已复制'] }}>
      {shown}
    </Typography.Text>
  )
}
