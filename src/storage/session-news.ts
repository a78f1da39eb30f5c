/** The part of a BroadcastChannel that windows speak through. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'close'>;

/** Calls back when another window saved a session. Returns the unsubscriber. */
export function watchSessions(
  channel: Channel | undefined,
  changed: (id: string, revision: number) => void,
): () => void {
  const hear = (event: MessageEvent<unknown>) => {
    const said = event.data;
    if (typeof said !== 'object' || said === null || !('id' in said) || !('revision' in said)) return;
    if (typeof said.id === 'string' && typeof said.revision === 'number') changed(said.id, said.revision);
  };
  channel?.addEventListener('message', hear);
  return () => {
    channel?.removeEventListener('message', hear);
  };
}
