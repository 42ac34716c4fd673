import { Component, type ReactNode } from 'react'

/** A page that breaks takes nothing else with it, and says what to do. */
export class Failsafe extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div className="wide narrow" role="alert">
        <h1>这一页没有打开</h1>
        <p>可能是网络不畅，或者系统刚刚更新。已填写的内容没有丢失。</p>
        <button type="button" className="button main" onClick={() => window.location.reload()}>
          重新打开
        </button>
      </div>
    )
  }
}
