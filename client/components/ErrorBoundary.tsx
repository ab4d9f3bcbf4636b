import { Component, type ReactNode } from 'react'

/** Keeps a fault of one part from taking the whole screen along. */
export class ErrorBoundary extends Component<
  { children: ReactNode; fallback: ReactNode; onError: (() => void) | undefined },
  { broken: boolean }
> {
  override state = { broken: false }
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }
  override componentDidCatch(): void {
    this.props.onError?.()
  }
  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
