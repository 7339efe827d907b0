// Loaded first in a utility process: gives it `process.parentPort` as Electron does.
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  /** @param {unknown} message */
  postMessage(message) {
    process.send?.(message)
  }
  start() {}
}

const parentPort = new ParentPort()
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }))
Object.defineProperty(process, 'parentPort', { value: parentPort })
