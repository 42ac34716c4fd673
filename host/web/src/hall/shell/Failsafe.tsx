import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

/** A page that breaks breaks alone: the rest of the hall stays, and what was typed is kept. */
export class Failsafe extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state = { fault: undefined as Error | undefined }

  static getDerivedStateFromError(fault: Error) {
    return { fault }
  }

  override render() {
    if (!this.state.fault) return this.props.children
    return (
      <Result
        status="error"
        title="这个页面出现错误"
        subTitle={`已填写的内容没有丢失。刷新后仍然出错的，请把这句话报给管理员：${this.state.fault.message}`}
        extra={<Button onClick={() => window.location.reload()}>刷新</Button>}
      />
    )
  }
}
