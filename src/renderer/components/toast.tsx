import { X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { currentToasts, dismissToast, subscribeToasts, type ToastItem } from '../lib/toasts'
import { Button, IconButton } from './button'
import { ToneIcon } from './tone-icon'
import { useIsInTheWay } from './toast-place'
import './toast.css'
import './notice.css'

export { showToast as toast } from '../lib/toasts'
export { announce } from '../lib/announcer'

const staysMs = 10_000

/** Where passing messages appear. Drawn once by the shell; the region is there before its first message. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts)
  const region = useRef<HTMLElement>(null)
  const isAtTop = useIsInTheWay(region, toasts.length)
  return (
    <section ref={region} className={isAtTop ? 'toasts toasts-at-top' : 'toasts'} aria-label="Messages">
      <div aria-live="polite" aria-relevant="additions" className="toast-list">
        {toasts.map((item) => (
          <Toast key={item.key} item={item} />
        ))}
      </div>
    </section>
  )
}

/** Goes after ten seconds unless someone is at it; what it offers stays on Ctrl+Z and in the change log. */
function Toast({ item }: { readonly item: ToastItem }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld || item.tone === 'bad') return undefined
    const timer = setTimeout(() => dismissToast(item.key), staysMs)
    return () => clearTimeout(timer)
  }, [isHeld, item])
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  const undo = item.undo
  return (
    <div className={`toast tone-${item.tone ?? 'info'}`} {...hold}>
      <ToneIcon tone={item.tone ?? 'info'} />
      <p className="toast-words">{item.text}</p>
      {undo !== undefined && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            dismissToast(item.key)
            undo()
          }}
        >
          Undo
        </Button>
      )}
      <IconButton
        label="Close this message"
        icon={<X aria-hidden="true" />}
        onPress={() => dismissToast(item.key)}
      />
    </div>
  )
}
