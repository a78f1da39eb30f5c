import { createRoot, extend, type ReconcilerRoot, type RootStore } from '@react-three/fiber';
import type { ReactNode } from 'react';
import { DirectionalLight, Group, LatheGeometry, LightProbe, Mesh, MeshBasicMaterial, WebGLRenderer } from 'three';
import { pixelRatio } from './pixel-ratio';

// Only the classes that the stage names: fiber's <Canvas> would register all of three and carry it in the bundle.
extend({ DirectionalLight, Group, LatheGeometry, LightProbe, Mesh, MeshBasicMaterial });

export type Size = { readonly width: number; readonly height: number };

export type RootEvents = {
  readonly onSize: (size: Size) => void;
  readonly onLost: () => void;
  /** The context came back; three has made everything in it again and the next frame shows it. */
  readonly onRestored: () => void;
};

const first = { fov: 24.6, near: 40, far: 4000, position: [0, 0, 1000] as [number, number, number] };

/**
 * A canvas in a host element with a three.js renderer and a fiber root that draws only when asked.
 * Null where the browser gives no WebGL 2.
 */
export function openMapRoot(host: HTMLElement, events: RootEvents): MapRoot | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2', { alpha: true, antialias: true, powerPreference: 'high-performance' });
  return context === null ? null : new MapRoot(host, canvas, context, events);
}

/** Made by `openMapRoot`. Its canvas is in the host at once, and follows the size of the host until it is closed. */
export class MapRoot {
  private readonly renderer: WebGLRenderer;
  private readonly root: ReconcilerRoot<HTMLCanvasElement>;
  private readonly observer: ResizeObserver;
  private readonly listening = new AbortController();
  private store: RootStore | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    context: WebGL2RenderingContext,
    private readonly events: RootEvents,
  ) {
    host.append(canvas);
    this.renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: true });
    this.root = createRoot(canvas);
    const { width, height } = this.size();
    const configured = this.root.configure({
      gl: this.renderer,
      frameloop: 'demand',
      shadows: 'percentage',
      dpr: pixelRatio(),
      size: { width, height, top: 0, left: 0 },
      camera: first,
    });
    configured.catch((error: unknown) => reportError(error));
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(host);
    const { signal } = this.listening;
    canvas.addEventListener('webglcontextlost', () => events.onLost(), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.restore(), { signal });
  }

  /** Shows this tree in place of the one before. */
  render(children: ReactNode): void {
    this.store = this.root.render(children);
  }

  /** Asks for one frame. */
  invalidate(): void {
    this.store?.getState().invalidate();
  }

  /** Of the host, in CSS px, at least 1 each way. */
  size(): Size {
    return { width: Math.max(1, this.host.clientWidth), height: Math.max(1, this.host.clientHeight) };
  }

  /** Takes the canvas out of the host and gives the WebGL context back. No event is told from then on. */
  close(): void {
    this.listening.abort();
    this.observer.disconnect();
    // Gives the context back too, once the tree is down.
    this.root.unmount();
    this.renderer.dispose();
    this.canvas.remove();
  }

  private fit(): void {
    const size = this.size();
    const state = this.store?.getState();
    state?.setDpr(pixelRatio());
    state?.setSize(size.width, size.height);
    // Resizing clears the canvas; drawn in the same frame, the head does not blink.
    state?.advance(performance.now());
    this.events.onSize(size);
  }

  private restore(): void {
    this.events.onRestored();
    this.invalidate();
  }
}
