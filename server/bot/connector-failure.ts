import { sendingOf, type SendingFailure } from '../reminder/delivery.ts'

type HttpFailure = {
  response?: { status?: number; headers?: Record<string, unknown>; data?: { error?: { code?: string } } }
  code?: string
}

/** An error of the SDK as a failure of sending. Only codes are kept: a message can quote the text that was sent. */
export function connectorFailure(error: unknown): SendingFailure {
  const { response, code = 'unknown' } = (error ?? {}) as HttpFailure
  const retryAfter = Number(response?.headers?.['retry-after'] ?? Number.NaN)
  return sendingOf(
    response?.status ?? 0,
    response?.data?.error?.code ?? (response?.status ? String(response.status) : code),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  )
}
