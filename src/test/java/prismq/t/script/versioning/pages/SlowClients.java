package prismq.t.script.versioning.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that each send a part of a request, and the rest when they are told to. */
final class SlowClients implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();
  private final int port;

  SlowClients(int port) {
    this.port = port;
  }

  /** Opens so many connections more, each of which sends this. */
  SlowClients send(int count, String start) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      // So little that an answer is soon held up.
      socket.setReceiveBufferSize(32_768);
      socket.setSoTimeout(30_000);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      sockets.add(socket);
      socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
    }
    return this;
  }

  /** Has the connection of this number send more, and gives the whole answer. */
  String goOn(int number, String rest) throws IOException {
    Socket socket = sockets.get(number);
    socket.getOutputStream().write(rest.getBytes(StandardCharsets.ISO_8859_1));
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  int count() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
