package prismq.t.script.versioning.notification;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the key that signs links. All methods work in the handle's transaction. */
final class UnsubscribeKeyStore {
  Optional<byte[]> find(Handle handle) {
    return handle.createQuery("SELECT secret FROM unsubscribe_key").mapTo(byte[].class).findOne();
  }

  /** Keeps a key, unless there is one. */
  void put(Handle handle, byte[] secret) {
    handle
        .createUpdate(
            "INSERT INTO unsubscribe_key (id, secret) VALUES (1, :secret) ON CONFLICT (id) DO NOTHING")
        .bind("secret", secret)
        .execute();
  }
}
