import { Avatar } from '@fluentui/react-components'

/** A person's initials, for the eye only: their name stands beside it. */
export const Initials = ({ name, size = 28 }: { name: string; size?: 24 | 28 | 32 | 40 | 56 }) => (
  <Avatar name={name} size={size} color="colorful" aria-hidden />
)
