import { makeStyles, tokens } from '@fluentui/react-components'
import { lineOf, type Point } from './spark.ts'
import { useUnseen } from './Unseen.tsx'

const height = 64
const width = 240
const inset = 6

const useStyles = makeStyles({
  figure: { margin: 0, position: 'relative', maxWidth: '320px' },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  svg: { display: 'block', width: '100%', height: 'auto' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

export type Series = { name: string; values: (number | null)[] }
/** The two lines differ without colour too: solid with dots, dashed with rings. */
const looks = [
  { stroke: tokens.colorBrandStroke1, fill: tokens.colorBrandStroke1, dash: undefined },
  { stroke: tokens.colorNeutralForeground2, fill: tokens.colorNeutralBackground1, dash: '4 3' },
] as const

/** How two people's numbers from 1 to 10 went: a small drawing, and the same as a table for who hears it. */
export function Sparkline(props: {
  title: string
  /** Heading of the column that says when. */
  when: string
  moments: string[]
  none: string
  series: [Series, Series]
}) {
  const styles = useStyles()
  const unseen = useUnseen()
  const { title, when, moments, none, series } = props
  const drawn = series.map(({ values }) => lineOf(values, { width, height, inset }))
  const dot = ({ x, y }: Point, look: (typeof looks)[number]) => (
    <circle key={x} cx={x} cy={y} r={3} fill={look.fill} stroke={look.stroke} strokeWidth={1.5} />
  )
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption} aria-hidden>
        {title}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.svg} aria-hidden focusable="false">
        {[1, 10].map((value) => {
          const [at] = lineOf([value], { width, height, inset }).points
          return (
            <line key={value} x1={0} x2={width} y1={at?.y} y2={at?.y} stroke={tokens.colorNeutralStroke2} />
          )
        })}
        {drawn.map(({ path, points }, at) => {
          const look = looks[at] ?? looks[0]
          return (
            <g key={series[at]?.name}>
              <path d={path} fill="none" stroke={look.stroke} strokeWidth={2} strokeDasharray={look.dash} />
              {points.map((one) => dot(one, look))}
            </g>
          )
        })}
      </svg>
      <div className={styles.legend} aria-hidden>
        {series.map(({ name }, at) => {
          const look = looks[at] ?? looks[0]
          return (
            <span key={name} className={styles.entry}>
              <svg width={20} height={10} focusable="false">
                <line
                  x1={0}
                  x2={20}
                  y1={5}
                  y2={5}
                  stroke={look.stroke}
                  strokeWidth={2}
                  strokeDasharray={look.dash}
                />
                {dot({ x: 10, y: 5 }, look)}
              </svg>
              {name}
            </span>
          )
        })}
      </div>
      <div className={unseen}>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{when}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moments.map((moment, at) => (
              <tr key={`${at} ${moment}`}>
                <th scope="row">{moment}</th>
                {series.map(({ name, values }) => (
                  <td key={name}>{values[at] ?? none}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
