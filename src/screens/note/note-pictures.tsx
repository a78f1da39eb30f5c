import type { NoteMark, NotePicture, PictureLayer } from '../../state/note-document';
import styles from './note-sheet.module.css';

/** The views of the head with their numbered sites, as vectors. */
export function NotePictures({ pictures }: { readonly pictures: readonly NotePicture[] }) {
  return (
    <div className={styles['pictures']}>
      {pictures.map((picture) => (
        // As wide as it is among the others: all of them are of one height.
        <figure key={picture.title} style={{ flexGrow: picture.width, flexBasis: 0 }}>
          <Picture picture={picture} />
          <figcaption>{picture.title}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function Picture({ picture: { alt, width, height, head, marks, edges } }: { readonly picture: NotePicture }) {
  return (
    <div className={styles['picture']}>
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={alt}>
        <g transform={`translate(${String(head.x)} ${String(head.y)}) scale(${String(head.scale)})`}>
          <Layers layers={head.layers} />
        </g>
        {marks.map(({ number, leader }) =>
          leader === undefined ? null : (
            <line
              key={number}
              x1={leader.from.x}
              y1={leader.from.y}
              x2={leader.to.x}
              y2={leader.to.y}
              stroke={leader.colour}
              strokeWidth={0.7}
            />
          ),
        )}
        {marks.map(({ number, x, y, parts }) => (
          <g key={number} transform={`translate(${String(x)} ${String(y)})`}>
            <Layers layers={parts} />
          </g>
        ))}
        {marks.map((mark) => (
          <Label key={mark.number} mark={mark} />
        ))}
      </svg>
      {edges.map((text, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an edge is known by its place alone
        <span key={n} data-edge={n === 0 ? 'left' : 'right'}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** Of a capital or a figure over the size of the letters. */
const capHeight = 0.727;

/** The number with a rim of paper, so that it reads on any part of the drawing. */
function Label({ mark: { number, label } }: { readonly mark: NoteMark }) {
  return (
    <text
      x={label.x}
      y={label.y + (label.size * capHeight) / 2}
      fontSize={label.size}
      fontWeight={700}
      textAnchor="middle"
      fill={label.colour}
      stroke="#fff"
      strokeOpacity={0.72}
      strokeWidth={1.6}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {number}
    </text>
  );
}

function Layers({ layers }: { readonly layers: readonly PictureLayer[] }) {
  return layers.map((layer, n) => (
    <path
      // biome-ignore lint/suspicious/noArrayIndexKey: a layer is known by its place alone
      key={n}
      d={layer.d}
      fill={layer.fill ?? 'none'}
      fillOpacity={layer.fillOpacity}
      fillRule="evenodd"
      stroke={layer.stroke}
      strokeOpacity={layer.strokeOpacity}
      strokeWidth={layer.strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ));
}
