import { useQueryClient } from '@tanstack/react-query'
import { Button, Result, Space } from 'antd'
import { api } from '../../api/client'

/** Somebody from outside who has come to the staff's entrance. */
export function Outside() {
  const queries = useQueryClient()

  async function signOut() {
    await api.POST('/api/sign-out')
    await queries.invalidateQueries()
  }

  return (
    <main id="content">
      <Result
        status="info"
        title={<h1 style={{ fontSize: 20 }}>这里是工作人员的平台</h1>}
        subTitle="申请、查询办理进度和领取结果，请到政务服务。"
        extra={
          <Space>
            <Button type="primary" href="/">
              前往政务服务
            </Button>
            <Button onClick={signOut}>换账号登录</Button>
          </Space>
        }
      />
    </main>
  )
}
