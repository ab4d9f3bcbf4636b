import { resolveStyleRulesForSlots } from '@griffel/core'
import { Visitor, type ESTree, type Plugin } from 'vite'

type Styles = Parameters<typeof resolveStyleRulesForSlots>[0]

/** Fluent's tokens: each is the CSS variable of its own name. */
const tokens = new Proxy({}, { get: (_target, name) => `var(--${String(name)})` })

/**
 * Turns each call of `makeStyles` into the rules and class names that it would make in the browser, as Fluent's own
 * components have them. Making them there took an eighth of the time to the first view. Styles may name nothing but the
 * tokens: the build fails on any other name.
 */
export function compiledStyles(): Plugin {
  return {
    name: 'compiled-styles',
    transform: {
      filter: { id: /\/client\/.*\.tsx?$/, code: 'makeStyles' },
      handler(code) {
        const calls: ESTree.CallExpression[] = []
        new Visitor({
          CallExpression(call) {
            if (call.callee.type === 'Identifier' && call.callee.name === 'makeStyles') calls.push(call)
          },
        }).visit(this.parse(code))
        const compiled = calls.reduceRight((rest, { start, end, arguments: [styles] }) => {
          const given = styles ? code.slice(styles.start, styles.end) : ''
          return rest.slice(0, start) + compile(given) + rest.slice(end)
        }, code)
        return `import { __styles } from '@fluentui/react-components'\n${compiled}`
      },
    },
  }
}

/** @param given the source of an object of styles */
export function compile(given: string): string {
  // The build runs its own source here, as it does when it loads its configuration.
  const styles = new Function('tokens', `return (${given})`)(tokens) as Styles
  const [classes, rules] = resolveStyleRulesForSlots(styles)
  const once = Object.entries(rules).map(([bucket, all = []]) => [
    bucket,
    [...new Map(all.map((rule) => [JSON.stringify(rule), rule])).values()],
  ])
  return `__styles(${JSON.stringify(classes)}, ${JSON.stringify(Object.fromEntries(once))})`
}
