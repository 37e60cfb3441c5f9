package prismq.t.script.versioning.history;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Tells several listeners of each change, one after the other. */
public final class HistoryListeners implements HistoryListener {
  private final List<HistoryListener> listeners;

  /** Tells these, in this order. */
  public HistoryListeners(HistoryListener... listeners) {
    this.listeners = List.of(listeners);
  }

  @Override
  public void scriptAdded(Handle handle, String scriptId, String title) {
    listeners.forEach(listener -> listener.scriptAdded(handle, scriptId, title));
  }

  @Override
  public void titleChanged(Handle handle, String scriptId, String before, String after) {
    listeners.forEach(listener -> listener.titleChanged(handle, scriptId, before, after));
  }

  @Override
  public void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {
    listeners.forEach(listener -> listener.versionsAdded(handle, scriptId, versions));
  }

  @Override
  public void branchStarted(Handle handle, String scriptId, Branch branch) {
    listeners.forEach(listener -> listener.branchStarted(handle, scriptId, branch));
  }

  @Override
  public void branchChanged(Handle handle, String scriptId, Branch before, Branch after) {
    listeners.forEach(listener -> listener.branchChanged(handle, scriptId, before, after));
  }

  @Override
  public void labelAdded(Handle handle, String scriptId, Label label) {
    listeners.forEach(listener -> listener.labelAdded(handle, scriptId, label));
  }

  @Override
  public void labelRemoved(Handle handle, String scriptId, Label label) {
    listeners.forEach(listener -> listener.labelRemoved(handle, scriptId, label));
  }
}
