import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { NoticeReason } from '../../../generated/api'

export interface Reason {
  text: string
  article: string
}

/** What is sent: without lines in which nothing stands. */
export function reasonsOf(reasons: readonly Reason[]): NoticeReason[] {
  return reasons
    .filter(r => r.text.trim() !== '' || r.article.trim() !== '')
    .map(r => ({ text: r.text.trim(), article: r.article.trim() || null }))
}

/** 理由与依据, one or several. */
export function ReasonsField(props: { value: readonly Reason[]; onChange: (value: Reason[]) => void; id: string }) {
  const shown = props.value.length > 0 ? props.value : [{ text: '', article: '' }]
  const change = (index: number, part: Partial<Reason>) =>
    props.onChange(shown.map((r, i) => (i === index ? { ...r, ...part } : r)))
  return (
    <fieldset id={props.id} style={{ border: 0, margin: 0, padding: 0 }} aria-label="理由与依据">
      {shown.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place.
        <div key={index} style={{ display: 'grid', gridTemplateColumns: '1fr auto', gap: 4, marginBottom: 8 }}>
          <Input.TextArea
            aria-label={`理由${index + 1}`}
            placeholder="理由，不用写句号"
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            value={reason.text}
            onChange={e => change(index, { text: e.target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`去掉第${index + 1}条`}
            disabled={shown.length === 1}
            onClick={() => props.onChange(shown.filter((_, i) => i !== index))}
          />
          <Input
            aria-label={`依据${index + 1}`}
            placeholder="依据，如《公共场所卫生管理条例》第四条"
            value={reason.article}
            onChange={e => change(index, { article: e.target.value })}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => props.onChange([...shown, { text: '', article: '' }])}
      >
        增加一条理由
      </Button>
    </fieldset>
  )
}
