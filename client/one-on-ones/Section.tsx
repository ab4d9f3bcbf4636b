import { List, Part } from '../components/basics.tsx'
import { Text } from '@fluentui/react-components'

/** A heading and a list under it, or words where there is nothing to list. */
export function Section(props: { title: string; empty?: string; children: React.ReactNode[] }) {
  return (
    <Part title={props.title}>
      {props.children.length === 0 && props.empty && <Text>{props.empty}</Text>}
      {props.children.length > 0 && <List>{props.children}</List>}
    </Part>
  )
}
