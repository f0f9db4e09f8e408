package vn.nguongoc.planted.view;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** A view with a gateway. */
public interface SendsCommands {
    CommandGateway gateway();
}
