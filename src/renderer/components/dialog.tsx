import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from './button'
import { firstField } from './first-field'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly isWide?: boolean
}

/** For a short question or a list to choose from. Forms are pages or side panels. Focus returns where it was. */
export function Dialog({ title, isOpen, onClose, children, isWide }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className={isWide === true ? 'dialog-box dialog-wide' : 'dialog-box'}>
        <AriaDialog className="dialog-inner">
          <DialogHead title={title} onClose={onClose} />
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function DialogHead({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = head.current?.parentElement
    // A dialog that asks for something begins at its first field; react-aria leaves the focus where it finds it.
    if (box?.contains(document.activeElement) === false) firstField(box)?.focus()
  }, [])
  return (
    <div className="dialog-head" ref={head}>
      <Heading slot="title" level={2}>
        {title}
      </Heading>
      <IconButton label="Close" icon={<X aria-hidden="true" />} onPress={onClose} />
    </div>
  )
}

/** Buttons at the foot of a dialog, the safe one first. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>
}

export interface ConfirmDialogProps {
  readonly title: string
  /** What will happen, with the number of things, and that it cannot be undone. */
  readonly consequence: ReactNode
  /** Says what it does: "Remove 3 bookings". */
  readonly confirm: string
  readonly isDanger?: boolean
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Only where undo is impossible. Everything else is done at once and can be undone. */
export function ConfirmDialog({
  title,
  consequence,
  confirm,
  isDanger,
  isOpen,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="dialog-box">
        <AriaDialog className="dialog-inner" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="prose">{consequence}</div>
          <DialogActions>
            <Button onPress={onClose} autoFocus>
              Keep as it is
            </Button>
            <Button
              kind={isDanger === true ? 'danger' : 'primary'}
              onPress={() => {
                onConfirm()
                onClose()
              }}
            >
              {confirm}
            </Button>
          </DialogActions>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A form beside the page it belongs to; the page stays in sight on a wide window. */
export function SidePanel({ title, isOpen, onClose, children }: Omit<DialogProps, 'isWide'>) {
  return (
    <ModalOverlay
      className="veil veil-side"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className="side-panel">
        <AriaDialog className="dialog-inner">
          <DialogHead title={title} onClose={onClose} />
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
