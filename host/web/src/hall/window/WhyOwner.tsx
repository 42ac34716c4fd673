import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { answer, api } from '../../api/client'
import { useFocusBack } from '../../kit/focusBack'
import { Loaded } from '../../kit/Loaded'
import { windowWords } from './words'

/** Who decides an item today, and why: the law, the memorandum, what it says. */
export function WhyOwner(props: { code: string; name: string; owner: string; close: () => void }) {
  useFocusBack()
  const ownership = useQuery({
    queryKey: ['item', props.code, 'ownership'],
    queryFn: () => answer(api.GET('/api/items/{code}/ownership', { params: { path: { code: props.code } } })),
  })
  return (
    <Modal open title={windowWords.whyTitle(props.name, props.owner)} onCancel={props.close} footer={null} width={640}>
      <Loaded of={ownership} rows={2}>
        {of => (
          <>
            <ol style={{ margin: 0, paddingLeft: 20, lineHeight: 1.9 }}>
              {of.explanation.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <p className="quiet" style={{ margin: '10px 0 0' }}>
              监管：{of.supervisor.name}
              {of.assisting ? `；协助：${of.assisting.name}` : ''}
            </p>
          </>
        )}
      </Loaded>
    </Modal>
  )
}
