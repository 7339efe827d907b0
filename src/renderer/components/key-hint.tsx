import './key-hint.css'

/** The keys of a shortcut: `Ctrl+K`, or `g then m`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="key-hint">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
