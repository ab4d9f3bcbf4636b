/** How many messages are sent at most before it is looked up again what is to be planned. */
const together = 20

/**
 * One step of the work on reminders: planning what changed, and delivering one message. A morning's messages go one after the
 * other, and what changed meanwhile is not looked up before each of them.
 * @param planDue plans some of what changed; whether there may be more
 * @param deliverOne takes what one person has coming; how much that was
 * @returns the step; it says whether there may be more to do
 */
export function turns(planDue: () => Promise<boolean>, deliverOne: () => Promise<number>) {
  let left = 0
  return async (): Promise<boolean> => {
    const plans = left === 0
    if (plans) {
      while (await planDue());
      left = together
    }
    const isDelivered = (await deliverOne()) > 0
    left = isDelivered ? left - 1 : 0
    // Something that changed since it was planned last may be due by now.
    return isDelivered || !plans
  }
}
