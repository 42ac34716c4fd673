import { Card } from 'antd'
import { Facts } from '../../kit/Facts'
import { Page } from '../../kit/Page'
import { roleName } from '../../words/roles'
import { NewPassword } from '../shell/NewPassword'
import { useMe } from '../shell/Session'

/** 我的账号: who I am here, and my password. */
export default function MePage() {
  const me = useMe()
  return (
    <Page title="我的账号" sub="单位、岗位或者角色有误的，请联系管理员。">
      <div className="stack">
        <Facts
          label="我的账号"
          items={[
            ['姓名', me.name],
            ['单位', me.organisation.name],
            ['角色', me.roles.map(r => roleName[r]).join('、')],
            ['行政区划', me.region],
          ]}
        />
        <Card size="small" title="修改密码">
          <NewPassword />
        </Card>
      </div>
    </Page>
  )
}
