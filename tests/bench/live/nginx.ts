import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DeckError } from '../../../src/model/error.ts'
import { cert, key } from '../../unit/relay/certificate.ts'

/** Throws a `DeckError` unless nginx is installed. */
export function findNginx(): void {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
  } catch {
    const hint = 'Cài rồi chạy lại. Trên Debian, Ubuntu: apt-get install nginx-light'
    throw new DeckError('Máy này chưa có nginx để đặt phía trước.', hint)
  }
}

/** The location is that of `src/relay/README.md`. */
const configuration = (port: number, relay: number, viewers: number) => `
daemon off;
pid pid;
error_log error.log;
worker_processes 1;
worker_rlimit_nofile ${4 * viewers + 1000};
events { worker_connections ${4 * viewers + 500}; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port} ssl http2 backlog=4096;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    location / {
      proxy_pass http://127.0.0.1:${relay};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Connection "";
      proxy_buffering off;
      gzip off;
      proxy_read_timeout 1h;
    }
  }
}
`

/** The CPU time that the children of a process have used, in ms. */
const cpuOfChildren = (parent: number): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
      const [, ppid, ...fields] = after.split(' ').map(Number)
      // In hundredths of a second: user, system.
      return ppid === parent ? [10 * ((fields[9] ?? 0) + (fields[10] ?? 0))] : []
    })
    .reduce((sum, time) => sum + time, 0)

/** A running nginx: its port, the CPU time of its workers so far in ms, and what ends it. */
export interface Front {
  readonly port: number
  cpu(): number
  stop(): Promise<void>
}

/** Starts an nginx with TLS and HTTP/2 in front of a relay. */
export async function startNginx(place: string, relay: number, viewers: number): Promise<Front> {
  const folder = join(place, 'nginx')
  mkdirSync(folder)
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  // A listening TCP server always has an address of this form.
  const { port } = free.address() as AddressInfo
  free.close()
  const files = {
    'cert.pem': cert,
    'key.pem': key,
    'nginx.conf': configuration(port, relay, viewers),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'error.log'])
  for (let isUp = false; !isUp; await wait(20)) {
    const socket = connect(port, '127.0.0.1')
    isUp = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
  }
  return {
    port,
    cpu: () => cpuOfChildren(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
