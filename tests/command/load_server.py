"""load_server.py FOLDER: a small store on loopback for the tests of "relata load". FOLDER/port holds its port; what it does
depends on the first part of the path: /good/data, /busy/data, /liar/data and so on."""
import base64
import http.server
import json
import os
import sys
import time
import urllib.parse

GRAPHS = {}
TRIES = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def is_allowed(self, mode):
        given = self.headers.get("Authorization", "")
        if mode == "basic":
            return given == "Basic " + base64.b64encode(b"anna:secret:word").decode()
        return mode != "bearer" or given == "Bearer t0k3n"

    def handle_any(self):
        parts = urllib.parse.urlsplit(self.path)
        mode = parts.path.split("/")[1]
        is_query = parts.path.endswith("sparql")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        tries = TRIES[mode, is_query] = TRIES.get((mode, is_query), 0) + 1
        if not is_query and not self.is_allowed(mode):
            headers = [("WWW-Authenticate", 'Basic realm="store"')] if mode == "basic" else []
            return self.answer(401, b"who are you?", headers)
        if mode == "busy" and not is_query and tries < 3:
            return self.answer(503, b"later")
        if mode in ("broken", "full", "moved", "missing") and not is_query:
            status = {"broken": 500, "full": 507, "moved": 301, "missing": 404}[mode]
            return self.answer(status, b"no\nluck \xff" * 100, [("Location", "http://127.0.0.1:1/")])
        if mode == "slow":
            time.sleep(3)
        if mode == "cut" and not is_query:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
            return None
        if mode == "endless" and not is_query:
            self.send_response(400)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                self.close_connection = True
            return None
        if is_query:
            return self.count(mode, body)
        return self.store(mode, urllib.parse.parse_qs(parts.query).get("graph", ["default"])[0], body)

    def store(self, mode, graph, body):
        lines = {line for line in body.decode("utf-8").split("\n") if line}
        if mode == "liar":
            lines = set(list(lines)[: len(lines) // 2])
        if self.command == "PUT":
            GRAPHS[mode, graph] = lines
        else:
            GRAPHS.setdefault((mode, graph), set()).update(lines)
        self.answer(204)

    def count(self, mode, body):
        if mode == "garbage":
            return self.answer(200, b'{"results": [}')
        query = urllib.parse.parse_qs(body.decode("utf-8"))["query"][0]
        graph = query.split("<")[1].split(">")[0] if "<" in query else "default"
        n = len(GRAPHS.get((mode, graph), ()))
        found = {"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": str(n)}}]}}
        return self.answer(200, json.dumps(found).encode(), [("Content-Type", "application/sparql-results+json")])

    do_GET = do_POST = do_PUT = handle_any


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
with open(os.path.join(sys.argv[1], "port.new"), "w") as port:
    port.write(str(server.server_address[1]))
os.rename(os.path.join(sys.argv[1], "port.new"), os.path.join(sys.argv[1], "port"))
server.serve_forever()
