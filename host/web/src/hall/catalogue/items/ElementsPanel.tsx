import { Descriptions, Empty, Table, Tag } from 'antd'
import type { ItemElement, ItemElements } from '../../../../generated/api'
import { yuanText } from '../../../words/amounts'
import { anyLimitText, performerName, statutoryText } from '../../../words/catalogue'
import { limitText } from '../../../words/limits'
import { Section } from '../parts/Section'

/** 实施清单: the elements of an item as they are in force. */
export function ElementsPanel(props: { of: ItemElements }) {
  const { of } = props
  const mark = (element: ItemElement) => (of.unconfirmed.includes(element) ? <Unconfirmed /> : null)
  const stepName = new Map(of.steps.map(s => [s.key, s.name]))
  return (
    <div className="stack">
      <Section title="基本信息">
        <Descriptions
          size="small"
          bordered
          column={{ xs: 1, lg: 2 }}
          items={[
            {
              key: 'statutory',
              label: <>法定办结时限{mark('statutoryLimit')}</>,
              children: statutoryText(of.statutoryLimit, of.startEvent),
            },
            {
              key: 'promised',
              label: <>承诺办结时限{mark('promisedLimit')}</>,
              children: limitText(of.promisedLimit),
            },
            {
              key: 'result',
              label: <>办理结果{mark('validity')}</>,
              children: of.result ? (
                <>
                  {of.result.name}
                  <div className="quiet">
                    {of.result.validity ? `有效期${anyLimitText(of.result.validity)}` : '长期有效，或者由决定确定'}
                    {of.result.renewalWindow ? `；届满${anyLimitText(of.result.renewalWindow)}前申请延续` : ''}
                  </div>
                </>
              ) : (
                '不颁发证照'
              ),
            },
            {
              key: 'fee',
              label: <>收费{mark('fee')}</>,
              children: of.fee ? (
                <>
                  {of.fee.amount === null || of.fee.amount === undefined ? '按情形计收' : yuanText(of.fee.amount)}
                  <div className="quiet">{of.fee.basis}</div>
                </>
              ) : (
                '不收费'
              ),
            },
            {
              key: 'basis',
              label: <>设定依据{mark('legalBasis')}</>,
              span: 'filled',
              children: <Lines of={of.legalBasis} />,
            },
            {
              key: 'conditions',
              label: <>受理条件{mark('conditions')}</>,
              span: 'filled',
              children:
                of.conditions.length > 0 ? <Lines of={of.conditions.map(c => c.text)} /> : '没有另行规定的受理条件',
            },
          ]}
        />
        {of.tiers.length > 0 ? (
          <Table
            style={{ marginTop: 12 }}
            size="small"
            pagination={false}
            rowKey="key"
            dataSource={of.tiers}
            title={() => '分情形的时限'}
            columns={[
              { title: '情形', dataIndex: 'label' },
              { title: '法定', render: (_, t) => limitText(t.statutory), width: 140 },
              { title: '承诺', render: (_, t) => limitText(t.promised), width: 140 },
            ]}
          />
        ) : null}
      </Section>
      <Section title={<>申请材料{mark('materials')}</>}>
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          dataSource={of.materials}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="不需要提交材料" /> }}
          columns={[
            { title: '材料', dataIndex: 'name' },
            { title: '要求', render: (_, m) => m.requirement || <span className="quiet">—</span> },
            { title: '必要性', render: (_, m) => (m.required ? '必要' : '视情形'), width: 90 },
            {
              title: '共享',
              render: (_, m) =>
                m.heldAs ? `本局已发${m.heldAs}的不再收取` : <span className="quiet">由申请人提交</span>,
              width: 260,
            },
          ]}
        />
      </Section>
      <Section title={<>审查环节与风险点{mark('steps')}</>}>
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          dataSource={of.steps}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="受理后直接作出决定" /> }}
          columns={[
            {
              title: '环节',
              render: (_, s, i) => (
                <>
                  {s.name}
                  {s.requirement ? <div className="quiet">{s.requirement}</div> : null}
                  {s.suspension ? (
                    <div className="quiet">
                      {s.suspension.name}所需时间不计入期限（{s.suspension.article}）
                    </div>
                  ) : null}
                  {s.after && (i > 0 || s.after.length > 0) ? (
                    <div className="quiet">
                      {s.after.length > 0
                        ? `在${s.after.map(k => stepName.get(k) ?? k).join('、')}之后`
                        : '受理后即可开始'}
                    </div>
                  ) : null}
                </>
              ),
            },
            { title: '由谁办理', render: (_, s) => performerName[s.performer], width: 180 },
            {
              title: '环节时限',
              render: (_, s) => (s.limit ? anyLimitText(s.limit) : <span className="quiet">在办结时限内</span>),
              width: 130,
            },
            {
              title: '风险点与防控措施',
              render: (_, s) => {
                const risks = of.riskPoints.filter(r => r.stepKey === s.key)
                return risks.length > 0 ? (
                  risks.map(r => (
                    <div key={r.risk}>
                      {r.risk}
                      <div className="quiet">防控：{r.control}</div>
                    </div>
                  ))
                ) : (
                  <span className="quiet">—</span>
                )
              },
            },
          ]}
        />
      </Section>
    </div>
  )
}

function Unconfirmed() {
  return (
    <Tag style={{ marginInlineStart: 6, borderStyle: 'dashed' }} title="尚未经官方来源核实">
      未核实
    </Tag>
  )
}

function Lines(props: { of: string[] }) {
  return (
    <>
      {props.of.map(line => (
        <div key={line}>{line}</div>
      ))}
    </>
  )
}
