import { Component, type ReactNode } from 'react';

type Props = { readonly onError: (error: Error) => void; readonly children: ReactNode };

/** Carries a defect out of the scene's own React root, so that the page's error screen sees it. */
export class SceneBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error instanceof Error ? error : new Error(String(error)));
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
