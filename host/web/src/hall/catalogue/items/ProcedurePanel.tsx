import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { answer, api } from '../../../api/client'
import FlowChart from '../../../chart/FlowChart'
import { Loaded } from '../../../kit/Loaded'
import { Section } from '../parts/Section'

/** 审批流程图, as the item is in force and by whom it is handled today. */
export default function ProcedurePanel(props: { code: string }) {
  const { code } = props
  const procedure = useQuery({
    queryKey: ['item', code, 'procedure'],
    queryFn: () => answer(api.GET('/api/items/{code}/procedure', { params: { path: { code } } })),
  })
  return (
    <Section
      title="审批流程图"
      extra={
        <Button size="small" className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      }
    >
      <Loaded of={procedure} rows={12}>
        {data => <FlowChart of={data} />}
      </Loaded>
    </Section>
  )
}
